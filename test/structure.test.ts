// The rules of the project's layout that no other tool can hold.
import { describe, expect, test } from 'vitest';
import { codeOf, filesIn, foldersIn, linesWith, textOf } from '@/test/support/source';

const utils = filesIn('utils');
const components = filesIn('components');
const entries = filesIn('entrypoints');
const tests = filesIn('test');
const product = [...utils, ...components, ...entries];

describe('Pages and texts', () => {
  test('No code makes markup from text', () => {
    const markup =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|setHTMLUnsafe)\b|document\.write/;
    expect(linesWith(product, markup)).toEqual([]);
  });

  test('Only sites and components look for elements', () => {
    const elsewhere = product.filter((file) => !/^(?:utils\/sites|components)\//.test(file));
    expect(linesWith(elsewhere, /\.(?:querySelector(?:All)?|getElementsBy\w+)\(/)).toEqual([]);
  });

  test('What is said between rooms is known to components and sites as types only', () => {
    const drawn = [...components, ...filesIn('utils/sites')];
    // Whether a call that is typed can be made is asked where it is typed too, by the same pure function.
    const values = /^(?:import|export)(?! type\b).* from '@\/utils\/(?:messages|connectors)(?!\/call-check')/;
    expect(linesWith(drawn, values)).toEqual([]);
  });
});

describe('State and size', () => {
  test('No module of utils keeps state in a variable', () => {
    expect(linesWith(utils, /^(?:export )?let /)).toEqual([]);
  });

  test('Entry files are thin: they read options and start what stands elsewhere', () => {
    const thick = entries.filter((file) => codeOf(file).trim().split('\n').length > 30);
    expect(thick).toEqual([]);
    expect(linesWith(entries, /\b(?:let|for|while|switch|class|await)\b/)).toEqual([]);
  });

  test('Half of the files have fewer than 80 lines, 19 of 20 fewer than 200', () => {
    const lengths = product.map((file) => textOf(file).split('\n').length - 1);
    const shorter = (limit: number) => lengths.filter((length) => length < limit).length / lengths.length;
    expect(shorter(80)).toBeGreaterThanOrEqual(0.5);
    expect(shorter(200)).toBeGreaterThanOrEqual(0.95);
  });

  test('Only the list of problems lies loose in utils', () => {
    expect(utils.filter((file) => !file.slice('utils/'.length).includes('/'))).toEqual(['utils/problem.ts']);
  });

  test('No file has a name that says nothing', () => {
    const empty = /(?:^|[/-])(?:manager|helper|service|common|misc|data|util|utils)s?\.\w/i;
    expect([...product, ...tests].filter((file) => empty.test(file))).toEqual([]);
  });
});

describe('Twins', () => {
  const listed = (folder: string, name: string) => codeOf(`${folder}/index.ts`).includes(`'./${name}'`);

  const namesIn = (folder: string) =>
    filesIn(folder)
      .map((file) => file.slice(folder.length + 1).replace(/\.tsx?$/, ''))
      .filter((name) => name !== 'index' && name !== 'types');
  // A page of our own: it has the shapes that we gave it.
  const ours = 'sample';

  test('Each site is in the list of sites', () => {
    expect(foldersIn('utils/sites').filter((id) => !listed('utils/sites', id))).toEqual([]);
  });

  test('Each site has at least five saved pages of its own, each with what is to be read from it', () => {
    const few = foldersIn('utils/sites').filter((id) => {
      const pages = filesIn(`test/sites/${id}`, /\.html$/);
      const answers = filesIn(`test/sites/${id}`, /\.json$/);
      return (
        (pages.length < 5 && id !== ours) || pages.some((page) => !answers.includes(page.replace(/html$/, 'json')))
      );
    });
    expect(few).toEqual([]);
  });

  /** Written and tested, but not offered before all of it is there. */
  const coming: readonly string[] = [];
  test('Each connector is in the list of connectors and keeps the contract', () => {
    const ids = foldersIn('utils/connectors');
    expect(ids.filter((id) => !listed('utils/connectors', id))).toEqual(coming);
    expect(ids.filter((id) => filesIn(`test/connectors/${id}`, /\/contract\.test\.ts$/).length !== 1)).toEqual([]);
  });

  // What actions are told, and how much of it, is not an action. That each input has its action, and none stands under
  // another's name, is held by the compiler.
  const actions = namesIn('utils/actions').filter((name) => name !== 'inputs' && name !== 'limits');

  test('Each action is in the list of actions', () => {
    expect(actions.filter((name) => !listed('utils/actions', name))).toEqual([]);
  });

  // That each field type is in the list of fields is held by the compiler.
  test('Each action and each field type has its test', () => {
    const wanted = [
      ...actions.map((name) => `test/actions/${name}.test.ts`),
      ...namesIn('utils/fields').map((name) => `test/fields/${name}.test.ts`),
    ];
    expect(wanted.filter((file) => !tests.includes(file))).toEqual([]);
  });

  test('Each test stands where the code that it tests stands', () => {
    const rooms = new Set([...foldersIn('utils'), 'components', 'e2e', 'servers', 'speed', 'shots', 'support']);
    expect(foldersIn('test').filter((folder) => !rooms.has(folder))).toEqual([]);
  });
});

describe('Tests', () => {
  // The patterns below are not to find themselves.
  const others = tests.filter((file) => file !== 'test/structure.test.ts');

  test('No test is left out by its name', () => {
    const modes = /\b(?:test|it|describe)\.(?:only|todo|fails)\b|\b(?:xit|fit|xdescribe)\(/;
    expect(linesWith(others, modes)).toEqual([]);
    // With a reason and nothing else: what the server under test cannot do.
    expect(linesWith(others, /\b(?:test|it|describe)\.skip\b(?!\((['"`])[^'"`]*\1\))/)).toEqual([]);
  });

  test('A test that leaves itself out says why', () => {
    const silent = others.filter((file) => {
      const code = codeOf(file);
      // `startServer` prints why a machine cannot run its server.
      if (/\b(?:skipIf|runIf)\(/.test(code)) return !/console\.(?:log|info|warn)\(|\bstartServer\(/.test(code);
      return /\bskip\((?!(?:[^()]|\([^()]*\))*['"`])/.test(code);
    });
    expect(silent).toEqual([]);
  });

  test('No test waits for a time instead of an event', () => {
    // In the benchmark the time itself is what is measured: what a page does in ten idle seconds. And a server that
    // stands before the real one, or is a small one itself, is slow on purpose.
    const slow = ['test/servers/before.ts', 'test/support/served.ts'];
    const waiting = others.filter((file) => !file.startsWith('test/speed/') && !slow.includes(file));
    expect(linesWith(waiting, /waitForTimeout|timers\/promises|\bsleep\(|new Promise.*setTimeout/)).toEqual([]);
  });
});
