//! A piece of a screen that is drawn anew only when what it is drawn from has changed. One component
//! for all of them: each component of its own would cost five kilobytes.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::dispatch::Dispatch;

/// Draws a piece. `from` is compared with what it was drawn from before.
pub(crate) fn memo<T: PartialEq + 'static, W: Clone + 'static>(
    key: impl Into<Key>,
    from: T,
    draw: fn(&T, &W, &Dispatch) -> Html,
    words: &W,
    dispatch: &Dispatch,
) -> Html {
    let drawn = Drawn { from, draw, words: words.clone(), dispatch: dispatch.clone() };
    let piece: Rc<dyn Piece> = Rc::new(drawn);
    let key: Key = key.into();
    html! { <Memo {key} {piece} /> }
}

trait Piece: Any {
    fn same(&self, other: &dyn Any) -> bool;
    fn draw(&self) -> Html;
    fn as_any(&self) -> &dyn Any;
}

/// A piece with what it is drawn from and in. The words and where messages go never change.
struct Drawn<T, W> {
    from: T,
    draw: fn(&T, &W, &Dispatch) -> Html,
    words: W,
    dispatch: Dispatch,
}

impl<T: PartialEq + 'static, W: 'static> Piece for Drawn<T, W> {
    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| self.from == other.from)
    }

    fn draw(&self) -> Html {
        (self.draw)(&self.from, &self.words, &self.dispatch)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties)]
struct MemoProps {
    piece: Rc<dyn Piece>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.piece.same(other.piece.as_any())
    }
}

struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = MemoProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().piece.draw()
    }
}
