import { later } from '@/components/panel/later';

/** A value that could not be saved, with why and the ways on. Seldom needed, so it comes in a file of its own. */
export const NotSaved = later(async () => (await import('./NotSavedLine')).NotSavedLine, 'nothing');
