//! A piece of a screen that is drawn anew only when what it is drawn from has changed. One component
//! for all of them: each component of its own would cost five kilobytes.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::dispatch::Dispatch;
use crate::view::words::Words;

/// Draws a piece. `from` is compared with what it was drawn from before.
pub(crate) fn memo<T: PartialEq + 'static>(
    key: impl Into<Key>,
    from: T,
    draw: fn(&T, &Words, &Dispatch) -> Html,
    words: &Words,
    dispatch: &Dispatch,
) -> Html {
    let piece: Rc<dyn Piece> = Rc::new(Drawn { from, draw });
    let key: Key = key.into();
    html! { <Memo {key} {piece} words={words.clone()} dispatch={dispatch.clone()} /> }
}

trait Piece: Any {
    fn same(&self, other: &dyn Any) -> bool;
    fn draw(&self, words: &Words, dispatch: &Dispatch) -> Html;
    fn as_any(&self) -> &dyn Any;
}

struct Drawn<T> {
    from: T,
    draw: fn(&T, &Words, &Dispatch) -> Html,
}

impl<T: PartialEq + 'static> Piece for Drawn<T> {
    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| self.from == other.from)
    }

    fn draw(&self, words: &Words, dispatch: &Dispatch) -> Html {
        (self.draw)(&self.from, words, dispatch)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties)]
struct MemoProps {
    piece: Rc<dyn Piece>,
    words: Words,
    dispatch: Dispatch,
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
        let props = context.props();
        props.piece.draw(&props.words, &props.dispatch)
    }
}
