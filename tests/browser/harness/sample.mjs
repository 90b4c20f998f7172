// Save files for tests: the format as `docs/save-format.schema.json` describes it.

import { readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const bank = readFileSync(join(ROOT, 'content/catalogue.toml'), 'utf8');
const field = name => new RegExp(`^${name} = "(.*)"`, 'm').exec(bank)[1];

/** What people could type to do harm, the same list for all tests. */
export const HOSTILE = JSON.parse(readFileSync(join(ROOT, 'tests/hostile.json'), 'utf8'));

/** One answer as a record. */
export function answer(question, parts = {}) {
  return {
    question,
    choice: null,
    words: '',
    tactics: [],
    could_know: '',
    because: '',
    note: '',
    evidence: [],
    sureness: null,
    confidential: false,
    elsewhere: { highest: null, place: '' },
    ...parts,
  };
}

export const tactic = (id, state, parts = {}) =>
  ({ tactic: id, state, effect: null, known: null, could_know: '', because: '', ...parts });

/** An assessment as a save file. */
export function save({ id = 'a1'.repeat(16), answers = [], plan = [], sheets = [], risks = [], ...head } = {}) {
  const at = Date.now() - 60_000;
  return {
    format: 'respect-in-practice',
    version: 4,
    head: {
      id,
      catalogue: field('id'),
      catalogue_version: field('version'),
      unit: 'company',
      company: 'Example Systems',
      product: '',
      functions: ['product', 'legal'],
      other_function: '',
      person: '',
      modules: ['embedding', 'preventing'],
      form: 'short',
      facts: [],
      dismissals: [],
      created: at,
      changed: at,
      saved_to_file: at,
      ...head,
    },
    answers: [...answers].sort((one, other) => (one.question < other.question ? -1 : 1)),
    plan,
    sheets,
    risks: { risks, removed: [], reordered: [], leads: false },
  };
}

/** What must never stand in a copy for sharing, by where it was written. */
export const SECRETS = {
  company: 'ZQCOMPANYZQ', product: 'ZQPRODUCTZQ', person: 'ZQPERSONZQ', other: 'ZQFUNCTIONZQ',
  note: 'ZQNOTEZQ', words: 'ZQWORDSZQ', place: 'ZQPLACEZQ', asOf: 'ZQASOFZQ', because: 'ZQBECAUSEZQ',
  couldKnow: 'ZQCOULDKNOWZQ', tacticKnow: 'ZQTACTICKNOWZQ', tacticBecause: 'ZQTACTICBECAUSEZQ',
  dismissal: 'ZQDISMISSALZQ', owner: 'ZQOWNERZQ', needs: 'ZQNEEDSZQ', action: 'ZQACTIONZQ',
};

export const action = (id, what, parts = {}) =>
  ({ id, what, question: null, kept: false, priority: 'first', owner: '', due: null, status: 'not-started', first_step: '', effort: null, needs: '', first_sign: '', risks: [], ...parts });

const evidence = (place, as_of = 'May 2026') => ({ kind: 'document', place, as_of });

/** Answers of every kind and state, two tensions, confidential ones among them. */
export function full() {
  const confidential = true;
  return save({
    unit: 'product',
    company: SECRETS.company,
    product: SECRETS.product,
    person: SECRETS.person,
    other_function: SECRETS.other,
    facts: [{ fact: 'scope-state-users', value: 'indirect' }],
    dismissals: [{ tension: 't-claims-ahead', because: SECRETS.dismissal }],
    // One about an answer that goes out, one about a confidential one.
    plan: [
      action(1, 'Change one bonus rule.', { question: 'embed-incentives', owner: SECRETS.owner, needs: SECRETS.needs, due: '2027-01-31' }),
      action(2, SECRETS.action, { question: 'embed-raise-concern', priority: 'later' }),
    ],
    answers: [
      answer('embed-commit-end-use', { choice: { step: 4 }, note: 'The open note says this.', sureness: 'checked', evidence: [evidence('The open policy')] }),
      answer('embed-raise-concern', { choice: { step: 2 }, note: SECRETS.note, evidence: [evidence(SECRETS.place, SECRETS.asOf)], confidential }),
      answer('embed-tactic-learning', { choice: 'not-known', could_know: SECRETS.couldKnow }),
      answer('embed-strategy-exists', { choice: { decision: 'thinking' } }),
      answer('embed-thinking-first-risk', { words: SECRETS.words, confidential }),
      answer('embed-gov-exec', { choice: 'does-not-apply', because: 'We have no board yet.' }),
      answer('embed-incentives', { choice: { step: 1 }, sureness: 'guess' }),
      answer('embed-daily-gates', { choice: 'does-not-apply', because: SECRETS.because, confidential }),
      answer('prevent-foresee-people', { choice: { step: 5 }, sureness: 'checked' }),
      answer('prevent-contribution-analysis', { choice: { step: 2 } }),
      answer('prevent-tactics', {
        confidential: false,
        note: 'A note about tactics.',
        tactics: [
          tactic('dev-release-gate', 'used', { effect: 'clear', known: 'independent' }),
          tactic('dev-rights-red-team', 'planned'),
          tactic('dsgn-capability-limit', 'unknown', { could_know: SECRETS.tacticKnow }),
          tactic('dsgn-protective-defaults', 'used', { effect: 'unknown' }),
          tactic('rsch-harm-question', 'unused'),
          tactic('rsch-release-choice', 'unfit', { because: 'We release nothing.' }),
        ],
      }),
      answer('prevent-customer-check', { choice: { step: 4 } }),
      answer('prevent-monitoring', { choice: { step: 3 } }),
      answer('prevent-safeguard-harm', { choice: { step: 2 } }),
      answer('prevent-effect', { choice: { step: 1 } }),
      answer('prevent-cease', { choice: { decision: 'not-looked' }, note: SECRETS.tacticBecause, confidential }),
    ],
  });
}

/** Texts typed wherever there is room for them. */
export const typed = texts => save({
  unit: 'product',
  company: texts[0],
  product: texts.join(' '),
  person: texts.join(' '),
  plan: texts.map((text, at) => action(at + 1, text, { owner: text, first_step: text, needs: text, first_sign: text, due: '2027-01-31' })),
  answers: [
    answer('embed-commit-end-use', { choice: { step: 4 }, note: texts.join('\n'), evidence: texts.map(text => evidence(text, text)) }),
    answer('embed-thinking-first-risk', { words: texts.join('\n') }),
    answer('embed-gov-exec', { choice: 'does-not-apply', because: texts.join(' ') }),
    answer('embed-incentives', { choice: 'not-known', could_know: texts.join(' ') }),
  ],
});
