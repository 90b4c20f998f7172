import 'respect-in-practice';
import type { SectionProgress } from 'respect-in-practice';

const told = document.querySelector('#told');
const assessment = document.querySelector('respect-in-practice');

const tell = (text: string) => {
  if (told) told.textContent = text;
};
const sum = (sections: readonly SectionProgress[], kind: keyof SectionProgress) =>
  sections.reduce((all, section) => all + section[kind], 0);

assessment?.addEventListener('ready', () => tell('The assessment is ready.'));
assessment?.addEventListener('progress', ({ detail: { sections } }) => {
  if (sections.length) tell(`Answered: ${sum(sections, 'answered')} of ${sum(sections, 'asked')} questions.`);
});
assessment?.addEventListener('error', ({ detail }) => tell(`The assessment has not started: ${detail.code}.`));
