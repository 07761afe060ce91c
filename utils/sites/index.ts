import { gmail } from './gmail';
import { outlook } from './outlook';
import { roundcube } from './roundcube';
import { rt } from './rt';
import { sample } from './sample';
import type { Site } from './types';

/** All pages we can read. Sites with a host of their own come before those known by marks of the page. */
export const sites: readonly Site[] = [gmail, sample, roundcube, rt, outlook];
