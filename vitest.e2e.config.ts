import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Without WXT's plugin: these tests drive the built extension from outside.
export default defineConfig({
  resolve: { alias: { '@/': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    name: 'e2e',
    environment: 'node',
    // `npm run shots` takes pictures with the same browser and pages.
    include: [process.env['SHOTS'] === undefined ? 'test/e2e/**/*.test.ts' : 'test/shots/**/*.shots.ts'],
    // Read when playwright-core is imported: makes the side panel a Page like any other.
    env: { PW_CHROMIUM_ATTACH_TO_OTHER: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    retry: 0,
    // A busy machine is slow; what never comes is still told.
    expect: { poll: { timeout: 10_000 } },
  },
});
