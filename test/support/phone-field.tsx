import { act, fireEvent, screen } from '@testing-library/preact';
import { InlineEdit, type InlineEditProps } from '@/components/edit/InlineEdit';
import type { Answer, Ran } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';
import { person } from './people';

export const done: Answer<Ran> = { ok: true, value: { entry: 'e1', made: [] } };
export const no = (problem: Problem): Answer<Ran> => ({ ok: false, problem });
export const PHONE = '+84 28 5550 01';

/** A save that is answered when the test says so. */
export function saving() {
  const asked: (readonly [string, string])[] = [];
  const open: ((answer: Answer<Ran>) => void)[] = [];
  return {
    asked,
    save: (to: string, from: string) => {
      asked.push([to, from]);
      return new Promise<Answer<Ran>>((resolve) => open.push(resolve));
    },
    answer: (answer: Answer<Ran>) => act(async () => void open.shift()?.(answer)),
  };
}

export const anna = person({ version: '1' });

export function Phone(props: Partial<InlineEditProps>) {
  return (
    <>
      <InlineEdit
        person={anna}
        place="contact:phone"
        label="Phone"
        value={PHONE}
        read={(shown) => <b>{shown}</b>}
        save={async () => done}
        pen="row"
        {...props}
      />
      <button type="button">Elsewhere</button>
    </>
  );
}

export const pen = () => screen.getByRole('button', { name: 'Edit Phone' });
export const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Phone' });
export const edit = (text: string) => {
  fireEvent.click(pen());
  fireEvent.input(field(), { target: { value: text } });
};
export const key = (name: string, more: object = {}) => fireEvent.keyDown(field(), { key: name, ...more });
