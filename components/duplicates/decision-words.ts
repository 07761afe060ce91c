import { isolate } from '@/components/panel/person-words';
import { type TextKey, t } from '@/utils/i18n';
import type { Decision, State } from './review';

const done = {
  merged: 'duplicates_did_merge',
  apart: 'duplicates_did_apart',
  skipped: 'duplicates_did_skip',
} as const satisfies Readonly<Record<Decision['kind'], TextKey>>;

const states = {
  merged: 'duplicates_merged',
  apart: 'apart',
  skipped: 'duplicates_skipped',
  one: 'duplicates_settled',
} as const satisfies Readonly<Record<Exclude<State, 'open'>, TextKey>>;

/** "Thao N. and Phương Thảo Nguyễn: different people" */
export const decisionTitle = ({ kind, names: [one, other] }: Decision): string =>
  t(done[kind], [isolate(one), isolate(other)]);

export const stateWord = (state: Exclude<State, 'open'>): string => t(states[state]);
