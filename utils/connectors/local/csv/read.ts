import { delimiterOf, encodingOf } from './encoding';
import { FaultError } from './fault';
import { csvParser, LONGEST, type Parser, type Row } from './parser';

/** Bytes that are read in one go: a few milliseconds of work. */
const STEP = 32 * 1024;
/** What a decoder puts in place of bytes that are no text; in a file it is text that was lost before. */
const LOST = '\uFFFD';

/**
 * The rows of a file, in lists of those that came with one step. `pieces` are its bytes in order. Fails with a
 * `FaultError` at the first fault, which names the line.
 */
export async function* readRows(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Row[]> {
  const file: { decoder: TextDecoder | null; text: string; parser: Parser | null; skip: boolean } = {
    decoder: null,
    text: '',
    parser: null,
    skip: false,
  };
  for await (const piece of pieces) {
    file.decoder ??= new TextDecoder(encodingOf(piece));
    for (let at = 0; at < piece.length; at += STEP) {
      yield take(file.decoder.decode(piece.subarray(at, at + STEP), { stream: true }), false);
    }
  }
  yield take(file.decoder?.decode() ?? '', true);
  if (file.parser !== null) yield withoutHint(file.parser.end());

  function take(text: string, last: boolean): readonly Row[] {
    if (file.parser !== null) return withoutHint(push(file.parser, text));
    // The heading tells the delimiter: it has to be here whole.
    file.text += text;
    if (!last && !/[\r\n]./su.test(file.text) && file.text.length <= LONGEST) return [];
    if (file.text.trim() === '') {
      if (last) throw new FaultError({ kind: 'empty', line: 1 });
      if (file.text.length > LONGEST) throw new FaultError({ kind: 'empty', line: 1 });
      return [];
    }
    const { delimiter, skip } = delimiterOf(file.text);
    file.parser = csvParser(delimiter);
    file.skip = skip;
    const start = file.text;
    file.text = '';
    return withoutHint(push(file.parser, start));
  }

  function withoutHint(rows: readonly Row[]): readonly Row[] {
    if (!file.skip || rows.length === 0) return rows;
    file.skip = false;
    return rows.slice(1);
  }
}

function push(parser: Parser, text: string): readonly Row[] {
  const lost = text.indexOf(LOST);
  if (lost < 0) return parser.push(text);
  parser.push(text.slice(0, lost));
  throw new FaultError({ kind: 'encoding', line: parser.line() });
}
