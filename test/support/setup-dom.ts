import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

afterEach(() => cleanup());

// Preact takes an event's name from the element's own handlers, and this window has none for dragging.
for (const name of ['ondragenter', 'ondragover', 'ondragleave', 'ondrop']) {
  if (!(name in HTMLElement.prototype)) Reflect.defineProperty(HTMLElement.prototype, name, { value: null });
}
