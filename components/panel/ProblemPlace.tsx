// Where a problem is told. Seldom anything is wrong when the panel opens.

import { later } from './later';
import type { BoxPlace, StripPlace } from './ProblemParts';

export const ProblemStrip = later<StripPlace>(async () => (await import('./ProblemParts')).ProblemStrip, 'nothing');

export const ProblemBox = later<BoxPlace>(async () => (await import('./ProblemParts')).ProblemBox, 'nothing');
