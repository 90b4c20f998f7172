import 'respect-in-practice/react';
import { useState } from 'react';
import type { SectionProgress } from 'respect-in-practice/react';

const sum = (sections: readonly SectionProgress[], kind: keyof SectionProgress) =>
  sections.reduce((all, section) => all + section[kind], 0);

export function Assessment({ address }: { address: string }) {
  const [told, tell] = useState('The assessment is on its way.');
  return (
    <>
      <p role="status">{told}</p>
      <respect-in-practice
        src={address}
        form="short"
        maxHeight={2000}
        onready={() => tell('The assessment is ready.')}
        onprogress={({ detail: { sections } }) => {
          if (sections.length) tell(`Answered: ${sum(sections, 'answered')} of ${sum(sections, 'asked')} questions.`);
        }}
        onerror={({ detail }) => tell(`The assessment has not started: ${detail.code}.`)}
      >
        <a href={address}>Respect in Practice: a self-assessment</a>
      </respect-in-practice>
    </>
  );
}
