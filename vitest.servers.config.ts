import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Real servers from the system's packages: the first start installs them, which takes minutes.
export default defineConfig({
  resolve: { alias: { '@/': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    name: 'servers',
    environment: 'node',
    include: ['test/servers/**/*.test.ts'],
    env: { PW_CHROMIUM_ATTACH_TO_OTHER: '1' },
    testTimeout: 5 * 60_000,
    hookTimeout: 20 * 60_000,
    fileParallelism: false,
    retry: 0,
    // Progress is to be seen when it happens: starting takes a while.
    disableConsoleIntercept: true,
  },
});
