import { type Problem, ProblemError } from '@/utils/problem';

/** More is no sentence for people. */
const LONGEST = 300;

/** What Zammad says with a refusal, in its own words: {"error": "…", "error_human": "…"}; '' where it says nothing. */
export function saidIn(body: string): string {
  try {
    const told: unknown = JSON.parse(body);
    if (typeof told !== 'object' || told === null) return '';
    const human = 'error_human' in told ? told.error_human : undefined;
    const error = 'error' in told ? told.error : undefined;
    const said = [human, error].find((one) => typeof one === 'string') ?? '';
    return said.slice(0, LONGEST);
  } catch {
    return '';
  }
}

/**
 * Zammad answers 403 to whoever may not, to whoever's token did not arrive, and to everybody while it is closed for
 * maintenance (6.5, application_controller/handles_errors.rb; 6.1 alike): told apart by the words. † Assumption: these
 * two are in English whatever the login's language is, since nobody is signed in by then.
 */
export function refusedAs(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.kind !== 'forbidden') return error;
  const { detail = '', ...problem } = error.problem;
  const said = saidIn(detail);
  const told = said || detail;
  return new ProblemError({ ...problem, ...(told === '' ? {} : { detail: told }), ...meantBy(said) }, { cause: error });
}

function meantBy(said: string): Pick<Problem, 'kind' | 'said'> {
  if (/^Authentication required/iu.test(said)) return { kind: 'signed-out' };
  if (/^Maintenance mode/iu.test(said)) return { kind: 'closed' };
  return { kind: 'forbidden', ...(said === '' ? {} : { said }) };
}
