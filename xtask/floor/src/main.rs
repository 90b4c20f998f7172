//! The smallest page of the app's kind: forty questions of five options each, their state in one
//! reducer, and a note. No storage, no content, no second screen.

use std::rc::Rc;

use yew::prelude::*;

const QUESTIONS: usize = 40;
const OPTIONS: usize = 5;

#[derive(Clone, PartialEq)]
struct Answers {
    chosen: Vec<Option<usize>>,
    note: String,
}

enum Action {
    Choose(usize, usize),
    Note(String),
}

impl Reducible for Answers {
    type Action = Action;

    fn reduce(mut self: Rc<Self>, action: Action) -> Rc<Self> {
        let answers = Rc::make_mut(&mut self);
        match action {
            Action::Choose(question, option) => {
                if let Some(slot) = answers.chosen.get_mut(question) {
                    *slot = Some(option);
                }
            }
            Action::Note(text) => answers.note = text,
        }
        self
    }
}

#[component]
fn Page() -> Html {
    let answers = use_reducer(|| Answers { chosen: vec![None; QUESTIONS], note: String::new() });
    let dispatch = answers.dispatcher();
    let oninput = Callback::from({
        let dispatch = dispatch.clone();
        move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<web_sys::HtmlTextAreaElement>() {
                dispatch.dispatch(Action::Note(field.value()));
            }
        }
    });
    html! {
        <main>
            <textarea id="note" value={answers.note.clone()} {oninput} />
            for question in 0..QUESTIONS {
                <fieldset key={question}>
                    <legend>{ "Question " }{ question + 1 }</legend>
                    for option in 0..OPTIONS {
                        <label key={option}>
                            <input
                                type="radio"
                                name={format!("q{question}")}
                                checked={answers.chosen.get(question) == Some(&Some(option))}
                                onchange={
                                    let dispatch = dispatch.clone();
                                    Callback::from(move |_| dispatch.dispatch(Action::Choose(question, option)))
                                }
                            />
                            { "Option " }{ option + 1 }
                        </label>
                    }
                </fieldset>
            }
        </main>
    }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
