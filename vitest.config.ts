import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@/': root };
// A new thread and window for each file took more than the tests themselves. Components have them all the same: the
// library that tells of accessibility keeps the window that it saw first.
const together = { isolate: false };
// Some tests read very large pages: on a busy machine that takes longer than the usual five seconds.
const patient = { testTimeout: 20_000 };
// These write into books and journals, and what one file leaves there is not another's to find.
const onDisk = ['actions', 'background', 'connectors', 'journal', 'lookup'].map((room) => `test/${room}/**/*.test.ts`);
const notHere = ['test/e2e/**', 'test/servers/**', 'test/speed/**', 'test/components/**'];

export default defineConfig({
  test: {
    // A third less work than processes; no test changes its process.
    pool: 'threads',
    // By itself it leaves one core idle, of two.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        test: {
          ...together,
          ...patient,
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...notHere, ...onDisk, 'test/**/*.dom.test.ts'],
          setupFiles: ['test/support/setup.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        test: {
          ...patient,
          name: 'disk',
          environment: 'node',
          include: onDisk,
          exclude: ['test/**/*.dom.test.ts'],
          setupFiles: ['test/support/setup.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        test: {
          ...together,
          ...patient,
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/**/*.dom.test.ts'],
          exclude: notHere,
          setupFiles: ['test/support/setup.ts'],
        },
      },
      {
        plugins: [WxtVitest(), preact()],
        resolve: { alias },
        test: {
          ...patient,
          name: 'components',
          environment: 'happy-dom',
          include: ['test/components/**/*.test.tsx'],
          setupFiles: ['test/support/setup.ts', 'test/support/setup-dom.ts'],
        },
      },
    ],
  },
});
