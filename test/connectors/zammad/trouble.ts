// What keeps the fake Zammad from answering anybody at all.
import { broken, says } from './answers';

export type Trouble =
  | 'maintenance'
  | 'expired'
  | 'inactive'
  | 'no-tokens'
  | 'throttled'
  | 'broken'
  | 'no-credentials'
  | null;

/** By whoever asks; null: all is well. */
export function troubleOf(trouble: Trouble, rights: ReadonlySet<string>): Response | null {
  switch (trouble) {
    case 'maintenance':
      return rights.has('admin.maintenance') ? null : says(403, 'Maintenance mode enabled!');
    case 'expired':
      return says(401, 'Not authorized (token expired)!');
    case 'inactive':
      return says(
        401,
        'Login failed. Have you double-checked your credentials and completed the email verification step?',
      );
    case 'no-tokens':
      return says(403, 'API token access disabled!');
    case 'throttled':
      return new Response('Retry later\n', { status: 429, headers: { 'content-type': 'text/plain' } });
    // A proxy on the way took the token out.
    case 'no-credentials':
      return says(403, 'Authentication required');
    case 'broken':
      return broken();
    case null:
      return null;
  }
}

/** Whoever asks as somebody else: the owner has to be an administrator of users, whatever the token may. */
export function asOther(from: string, owner: ReadonlySet<string>, isUser: boolean): Response | null {
  if (!owner.has('admin.user')) {
    return says(403, "Current user has no permission to use 'From'/'X-On-Behalf-Of'!");
  }
  return isUser ? null : says(403, `No such user '${from}'`);
}
