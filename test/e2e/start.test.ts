import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';

const picture = '.shots/start.png';

test('npm start without a display leaves a picture of a message beside its writer, and ends well', () => {
  rmSync(picture, { force: true });
  const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
  const done = spawnSync(process.execPath, ['.tools/start.mjs'], { env, encoding: 'utf8', timeout: 120_000 });
  expect(done.stderr).toBe('');
  expect(done.status).toBe(0);
  expect(done.stdout).toContain(picture);
  const { width, height } = sizeOf(readFileSync(picture));
  // Page and panel side by side: wider than the page alone, and not empty.
  expect(width).toBeGreaterThan(1300);
  expect(height).toBeGreaterThan(600);
}, 150_000);

/** From the header that every PNG begins with. */
function sizeOf(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
