import { fireEvent, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { drawPanel } from '@/test/support/draw-panel';
import { answer, view } from '@/test/support/views';
import { ProblemError } from '@/utils/problem';

function create(problem: ProblemError) {
  drawPanel(view({ answers: [answer()] }), {
    'person.create': () => {
      throw problem;
    },
    'draft.keep': () => null,
  });
  fireEvent.submit(screen.getByRole('form', { name: 'New person' }));
}

it('Who cannot be created since the address is banned: that is said, and where the ban is lifted', async () => {
  create(new ProblemError({ kind: 'forbidden', banned: 'anna@example.com' }));
  expect(
    await screen.findByText(/anna@example\.com.? is banned here\. The ban can be lifted .* “Blocked addresses”/, {
      selector: ':not([role=alert])',
    }),
  ).toBeTruthy();
});

it('A login that may not create anybody is not told of a ban', async () => {
  create(new ProblemError({ kind: 'forbidden' }));
  expect(await screen.findByText(/Your login may not do this/, { selector: ':not([role=alert])' })).toBeTruthy();
  expect(screen.queryByText(/banned/)).toBeNull();
});
