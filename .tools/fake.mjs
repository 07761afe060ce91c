// A fake server of the tests behind a port of this machine, to try a connection without a server:
//   npm run fake:zammad -- --dialect 6.4 --port 8000
import { parseArgs } from 'node:util';
import { importSource } from './import-source.mjs';
import { install, stop } from './install.mjs';

install();
const { id, ...asked } = arguments_();
/** @type {typeof import('@/test/support/fakes')} */
const { start } = await importSource('test/support/fakes.ts');
const { lines, close } = await start(id, asked).catch((error) =>
  stop(error instanceof Error ? error.message : String(error)),
);
for (const line of lines) console.log(line);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void close().then(() => console.log('Ended.')));
}

function arguments_() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string' }, dialect: { type: 'string' } },
    });
    const { port, dialect } = values;
    if (port !== undefined && !/^\d{1,5}$/.test(port)) return stop(`${port} is no port.`);
    return {
      id: positionals[0] ?? '',
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(dialect === undefined ? {} : { dialect }),
    };
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}
