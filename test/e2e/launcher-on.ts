// The launcher lives in a closed shadow root: no page and no test reaches in, but the browser's own tools do.
import type { CDPSession, Page } from 'playwright-core';

interface DomNode {
  readonly nodeId: number;
  readonly localName: string;
  readonly children?: readonly DomNode[] | undefined;
  readonly shadowRoots?: readonly DomNode[] | undefined;
  readonly shadowRootType?: string | undefined;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface LauncherOn {
  /** The whole text, the button's name and its face; null if there is no launcher. */
  seen(): Promise<{ readonly text: string; readonly label: string; readonly face: string } | null>;
  box(selector: string): Promise<Box>;
  /** What the focused element inside says of itself. */
  focused(): Promise<string | null>;
  /** Texts of the menu's entries; empty if it is closed. */
  menu(): Promise<readonly string[]>;
}

export async function launcherOn(page: Page): Promise<LauncherOn> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  const inside = async <Value>(read: (root: ShadowRoot) => Value): Promise<Value | null> => {
    const root = await closedRoot(cdp);
    if (root === null) return null;
    const { object } = await cdp.send('DOM.resolveNode', { nodeId: root });
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () { return (${read})(this); }`,
      returnByValue: true,
    });
    return result.value;
  };
  return {
    seen: () =>
      inside((root) => {
        const button = root.querySelector<HTMLElement>('.button');
        return {
          text: button?.textContent ?? '',
          label: button?.getAttribute('aria-label') ?? '',
          face: button?.dataset['face'] ?? '',
        };
      }),
    async box(selector) {
      const root = await closedRoot(cdp);
      if (root === null) throw new Error('No launcher');
      const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root, selector });
      const { model } = await cdp.send('DOM.getBoxModel', { nodeId });
      const [left = 0, top = 0] = model.border;
      return { left, top, width: model.width, height: model.height };
    },
    focused: () =>
      inside((root) => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent ?? null),
    menu: async () =>
      (await inside((root) => [...root.querySelectorAll('[role=menuitem]')].map((item) => item.textContent ?? ''))) ??
      [],
  };
}

async function closedRoot(cdp: CDPSession): Promise<number | null> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 2, pierce: true });
  const html: DomNode | undefined = root.children?.find(({ localName }) => localName === 'html');
  const host = html?.children?.find(({ shadowRoots }) => shadowRoots?.[0]?.shadowRootType === 'closed');
  return host?.shadowRoots?.[0]?.nodeId ?? null;
}
