import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Measures, one after the other: two at once would measure each other.
export default defineConfig({
  resolve: { alias: { '@/': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    name: 'bench',
    environment: 'node',
    include: ['test/speed/**/*.bench.ts'],
    env: { PW_CHROMIUM_ATTACH_TO_OTHER: '1' },
    testTimeout: 15 * 60_000,
    hookTimeout: 15 * 60_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
    reporters: ['dot'],
    retry: 0,
  },
});
