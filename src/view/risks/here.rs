//! What the screens of risks are drawn from, and the pieces that they have in common.

use domain::answer::Confidentiality;
use domain::count::count;
use domain::risk::{Labelled, Named, Risk, RiskField, RiskId, RiskWords};
use domain::texts::later::{self as key, Key};
use editor::field::RiskText;
use editor::listed_risks::{Listed, ListedRisk};
use editor::risking::{Editing, NeededField, Risking};
use editor::{Place, State, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::link::link;
use crate::view::parts::checkbox::{Checkbox, checkbox};
use crate::view::parts::diamond::{Diamond, diamond};
use crate::view::parts::field::{Field, Label};
use crate::view::parts::segments::{Asks, segments};
use crate::view::parts::text_area::Writing;
use crate::view::room;
use crate::view::words::LaterWords;

/// What the parts of the screens are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    pub(super) state: &'a State,
    pub(super) listed: &'a Listed,
    /// The words for what is said of a risk.
    pub(super) says: &'a RiskWords,
    pub(super) words: &'a LaterWords,
    pub(super) dispatch: &'a Dispatch,
}

/// Draws from the register of the open assessment. Nothing where none is open.
pub(super) fn draw(given: LaterGiven<'_>, draw: impl FnOnce(Here<'_>) -> Html) -> Html {
    let LaterGiven { state, words, dispatch } = given;
    let (Some(work), Some(guidance)) = (&state.work, state.guidance()) else {
        return Html::default();
    };
    let listed = Listed::or_first(&work.assessment.risks);
    draw(Here { state, listed: &listed, says: &guidance.risks, words, dispatch })
}

/// A field as it is asked for.
pub(super) struct Aspect {
    /// By which name its words go, and its ids.
    pub(super) name: &'static str,
    /// What of it can be kept out of copies for sharing, where that is asked here.
    pub(super) field: Option<RiskField>,
    /// Which of the needed fields it is, and whether it is said not to be known.
    pub(super) needed: Option<(NeededField, bool)>,
}

impl Aspect {
    pub(super) fn of(field: RiskField) -> Self {
        Self { name: field.name(), field: Some(field), needed: None }
    }
}

impl<'a> Here<'a> {
    /// Words of a group.
    pub(super) fn says(self, group: &str, name: &str) -> AttrValue {
        self.says.get(group, name).into()
    }

    pub(super) fn label<T: Labelled>(self, of: T) -> AttrValue {
        self.says.label(of).into()
    }

    /// What a press does to the register.
    pub(super) fn act<T>(self, risking: Risking) -> Callback<T> {
        self.dispatch.always(later::Command::Risk(risking))
    }

    /// What a press makes of a risk.
    pub(super) fn edit<T>(self, id: RiskId, editing: Editing) -> Callback<T> {
        self.act(Risking::Edit(id, editing))
    }

    /// What a value makes of a risk.
    pub(super) fn edits<T: 'static>(
        self,
        id: RiskId,
        editing: impl Fn(T) -> Editing + 'static,
    ) -> Callback<T> {
        self.dispatch.on(move |value| later::Command::Risk(Risking::Edit(id, editing(value))))
    }

    /// The name of a risk, or that it has none yet.
    pub(super) fn name(self, risk: &Risk) -> AttrValue {
        match risk.name.known() {
            Some(name) => name.clone().into(),
            None => self.words.get(key::RISKS_UNNAMED),
        }
    }

    /// By whom, whom it hits and where it starts, as far as that is known.
    pub(super) fn in_short(self, risk: &Risk) -> String {
        let list = |group: &str, names: Vec<&'static str>| {
            let said: Vec<_> = names.into_iter().map(|name| self.says.get(group, name)).collect();
            (!said.is_empty()).then(|| said.join(", "))
        };
        let by = risk.who.known().map(|who| who.main_first().map(|one| one.name()).collect());
        let starts = risk.arises.known().map(|all| all.iter().map(|one| one.name()).collect());
        let hits = risk.people().into_iter().map(|one| one.name()).collect();
        let parts: [(Key, Option<String>); 3] = [
            (key::RISKS_BY, by.and_then(|by| list("party-by", by))),
            (key::RISKS_HITS, list("people-hit", hits)),
            (key::RISKS_STARTS, starts.and_then(|starts| list("start-in", starts))),
        ];
        let said = parts.into_iter().filter_map(|(says, what)| {
            what.map(|what| self.words.with(says, &[("what", &what)]).to_string())
        });
        said.collect::<Vec<_>>().join(" · ")
    }

    /// How many risks are listed.
    pub(super) fn all(self) -> usize {
        self.state.work.as_ref().map_or(0, |work| work.assessment.risks.kept().len())
    }

    /// How many risks are rated, of how many.
    pub(super) fn rated(self) -> AttrValue {
        if self.all() == 0 {
            return self.words.get(key::RISKS_NONE);
        }
        let all = self.all().to_string();
        self.words.count_with(key::RISKS_RATED, count(self.listed.rated()), &[("all", &all)])
    }

    /// The number of a risk, as a link to all that is known of it.
    pub(super) fn code(self, one: &ListedRisk) -> Html {
        let number = format!("R{}", one.place.number);
        let number = html! { <b>{ number }</b> };
        html! {
            <span class="code risk-code">
                if self.all() > 0 {
                    { diamond(Diamond::Full) }
                    { link(&Place::Risk(one.place.id), "", self.dispatch, number) }
                }
            </span>
        }
    }

    /// What is not known of how grave it is, to be found out first.
    pub(super) fn find_out(self, risk: &Risk) -> Option<AttrValue> {
        let unknown: Vec<_> =
            risk.severity.not_known().map(|named| self.says.in_group("find-out", named)).collect();
        let unknown = (!unknown.is_empty()).then(|| unknown.join("; "))?;
        Some(format!("{} {unknown}.", self.says("band-says", "unknown")).into())
    }

    /// The digit at which a dimension stands, and whether it is known.
    pub(super) fn stands(self, risk: &Risk, named: Named) -> (u8, Diamond, AttrValue) {
        let at = risk.severity.dimension(named).counts_as().number();
        if risk.severity.not_known().any(|unknown| unknown == named) {
            let words = self.words.with(key::RISKS_COUNTS_AS, &[("step", &at.to_string())]);
            return (at, Diamond::Hatched, words);
        }
        (at, Diamond::Full, at.to_string().into())
    }

    /// A field of a risk: what it asks for at its side, with what may be told of it, and how it is filled in.
    ///
    /// Accessibility: a group named by what it asks and described by what stands beneath that.
    pub(super) fn aspect(self, risk: &Risk, aspect: Aspect, inside: Html) -> Html {
        let Aspect { name, field, needed } = aspect;
        let (id, hint) = (format!("asks-{name}"), format!("hint-{name}"));
        let not_known = needed.map(|(field, not_known)| Checkbox {
            id: format!("not-known-{name}").into(),
            label: self.words.get(key::RISKS_NOT_KNOWN),
            hint: None,
            checked: not_known,
            onchange: self.edits(risk.id, move |it| Editing::NotKnown(field, it)),
        });
        html! {
            <div class="aspect" key={name} role="group" aria-labelledby={id.clone()} aria-describedby={hint.clone()}>
                <div>
                    <p class="label" {id}>{ self.says("asks", name) }</p>
                    <p class="hint" id={hint}>{ self.beneath(name, needed.is_some()) }</p>
                    if let Some(field) = field.filter(|_| self.all() > 0) {
                        { self.confidential(risk, field) }
                    }
                </div>
                <div>
                    { inside }
                    if let Some(not_known) = not_known {
                        { checkbox(&not_known) }
                    }
                </div>
            </div>
        }
    }

    fn beneath(self, name: &str, is_needed: bool) -> String {
        let needed = if is_needed { self.words.get(key::RISKS_NEEDED) } else { "".into() };
        let example = match self.says("example", name) {
            example if example.is_empty() => example,
            example => self.words.with(key::RISKS_EXAMPLE, &[("example", &example)]),
        };
        let all = [needed, self.says("hint", name), example];
        let said: Vec<&str> =
            all.iter().map(AttrValue::as_str).filter(|one| !one.is_empty()).collect();
        said.join(" ")
    }

    /// Whether a field stays out of copies for sharing.
    pub(super) fn confidential(self, risk: &Risk, field: RiskField) -> Html {
        let label = if field.is_confidential_by_default() {
            key::RISKS_CONFIDENTIAL
        } else {
            key::RISKS_CONFIDENTIAL_CHOSEN
        };
        checkbox(&Checkbox {
            id: format!("confidential-{}", field.name()).into(),
            label: self.words.get(label),
            // Beside three fields at once it says which are meant.
            hint: (field == RiskField::Reasons).then(|| self.label(field)),
            checked: risk.confidential.has(field),
            onchange: self.edits(risk.id, move |it| Editing::Field(field, confidentiality(it))),
        })
    }

    /// Boxes side by side, of which several are ticked.
    pub(super) fn chips<T: Labelled + Copy + PartialEq>(
        self,
        id: RiskId,
        all: &[T],
        chosen: &[T],
        editing: fn(T) -> Editing,
    ) -> Html {
        let one = |one: &T| (one.name(), self.label(*one), chosen.contains(one), editing(*one));
        self.boxes(id, T::GROUP, all.iter().map(one).collect())
    }

    fn boxes(self, id: RiskId, group: &str, all: Vec<(&str, AttrValue, bool, Editing)>) -> Html {
        let one = |(name, label, checked, editing): (&str, _, _, _)| {
            checkbox(&Checkbox {
                id: format!("{group}-{name}").into(),
                label,
                hint: None,
                checked,
                onchange: self.edit(id, editing),
            })
        };
        html! { <div class="chips">{ all.into_iter().map(one).collect::<Html>() }</div> }
    }

    /// A few choices side by side, of which one is chosen. `asks` names the aspect.
    pub(super) fn choice<T: Labelled + Copy + PartialEq>(
        self,
        id: RiskId,
        asks: Asks,
        all: &[T],
        chosen: Option<T>,
        editing: fn(T) -> Editing,
    ) -> Html {
        let one = |one: &T| (one.name(), self.label(*one), editing(*one));
        self.chooses(id, T::GROUP, asks, chosen.map(T::name), all.iter().map(one).collect())
    }

    fn chooses(
        self,
        id: RiskId,
        group: &'static str,
        asks: Asks,
        chosen: Option<&str>,
        all: Vec<(&'static str, AttrValue, Editing)>,
    ) -> Html {
        let options = all.iter().map(|(name, label, _)| ((*name).into(), label.clone())).collect();
        let dispatch = self.dispatch.clone();
        let onchoose = Callback::from(move |value: AttrValue| {
            if let Some((.., editing)) = all.iter().find(|(name, ..)| *name == value.as_str()) {
                dispatch.send(later::Command::Risk(Risking::Edit(id, editing.clone())));
            }
        });
        segments(&group.into(), asks, None, chosen, options, &onchoose)
    }

    /// A field that is typed in.
    pub(super) fn typed(
        self,
        id: RiskId,
        text: RiskText,
        (name, label, seen): (&str, AttrValue, Label),
        value: &str,
    ) -> Html {
        let oninput = self.edits(id, move |typed| Editing::Text(text, typed));
        let mut field = Field::new(format!("risk-{name}").into(), label, value, oninput);
        field.shows_label = seen;
        if matches!(text, RiskText::Name | RiskText::Place | RiskText::Product) {
            room::line_of(field, text.limit(), self.words)
        } else {
            room::text_of(field, text.limit(), Writing::Note, self.words)
        }
    }
}

pub(super) fn confidentiality(is_confidential: bool) -> Confidentiality {
    if is_confidential { Confidentiality::Confidential } else { Confidentiality::Open }
}
