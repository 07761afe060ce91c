import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { vi } from 'vitest';
import { type Acts, ActsContext, type DoneOutside, type PanelPage } from '@/components/panel/acts';
import { typedTexts } from '@/components/panel/typed-texts';
import type { PageActs } from '@/utils/messages/protocol';
import { type Answers, answering, pageActs } from './asking';
import { NOW } from './draw-panel';
import { sources } from './views';

interface More {
  readonly page?: Partial<PageActs>;
  readonly palette?: boolean;
}

/** Draws a part of the panel alone, over a background that answers what it is told to. */
export function drawPart(part: ComponentChildren, answers: Answers = {}, more: More = {}) {
  const background = answering({ 'typed.get': () => ({}), 'typed.keep': () => null, ...answers });
  const said: string[] = [];
  const warned: string[] = [];
  const held = new Set<string>();
  const folds = new Map<string, boolean>();
  const notices: DoneOutside[] = [];
  const opened: PanelPage[] = [];
  const leave = vi.fn();
  const acts: Acts = {
    tab: 1,
    ask: background.ask,
    page: pageActs(more.page),
    now: () => NOW,
    say: (text) => void said.push(text),
    warn: (text) => void warned.push(text),
    folded: (section, byDefault) => folds.get(section) ?? byDefault,
    fold: (section, to) => void folds.set(section, to),
    hold: (key, on) => void (on ? held.add(key) : held.delete(key)),
    run: (ref, doing) => {
      if ('draft' in doing) return background.ask('action.confirm', doing);
      return 'action' in doing
        ? background.ask('action.run', { ref, chosen: doing })
        : background.ask('action.runAll', { ref, chosen: doing });
    },
    notice: (done) => void notices.push(done),
    open: (page) => void opened.push(page),
    leave,
    over: () => {},
    palette: more.palette ?? false,
    sourceName: (id) => Object.values(sources).find((source) => source.id === id)?.name ?? '',
    several: true,
    sourceOf: (id) => Object.values(sources).find((source) => source.id === id),
    typed: typedTexts(background.ask),
  };
  const inside = (children: ComponentChildren) => <ActsContext.Provider value={acts}>{children}</ActsContext.Provider>;
  const { rerender, unmount, container } = render(inside(part));
  return {
    ...background,
    said,
    warned,
    held,
    folds,
    notices,
    opened,
    leave,
    page: acts.page,
    container,
    unmount,
    show: (next: ComponentChildren) => rerender(inside(next)),
  };
}
