// Calls of which no public source says how API v2 makes them, or that only the old API v1 is known to have
// (DeskPRO/deskpro-api-php, 2014-2020). Off until an administrator fills them in.

import type { CallPlace, OwnCall } from '@/utils/connectors/types';

const old = (method: OwnCall['method'], path: string, body?: object): NonNullable<CallPlace['preset']> => ({
  method,
  path: `/api/${path}`,
  body: body === undefined ? '' : JSON.stringify(body),
  codes: [200],
  from: 'deskpro_preset_v1',
});

const merge: CallPlace = {
  id: 'merge',
  label: 'deskpro_call_merge',
  hint: 'deskpro_call_merge_hint',
  places: ['target', 'source'],
  preset: old('post', 'people/{target}/merge/{source}'),
};

const account: readonly CallPlace[] = [
  {
    id: 'disable',
    label: 'deskpro_call_disable',
    hint: 'deskpro_call_disable_hint',
    places: ['id'],
    preset: old('post', 'people/{id}', { is_disabled: true }),
  },
  {
    id: 'enable',
    label: 'deskpro_call_enable',
    hint: 'deskpro_call_enable_hint',
    places: ['id'],
    preset: old('post', 'people/{id}', { is_disabled: false }),
  },
  {
    id: 'replies-stop',
    label: 'deskpro_call_replies_stop',
    hint: 'deskpro_call_replies_stop_hint',
    places: ['id'],
    preset: old('post', 'people/{id}', { disable_autoresponses: true }),
  },
  {
    id: 'replies-send',
    label: 'deskpro_call_replies_send',
    hint: 'deskpro_call_replies_send_hint',
    places: ['id'],
    preset: old('post', 'people/{id}', { disable_autoresponses: false }),
  },
  {
    id: 'password',
    label: 'deskpro_call_password',
    hint: 'deskpro_call_password_hint',
    places: ['id', 'password'],
    preset: old('post', 'people/{id}/reset-password', { password: '{password}', send_email: false }),
  },
  { id: 'reset', label: 'deskpro_call_reset', hint: 'deskpro_call_reset_hint', places: ['id', 'email'] },
  { id: 'ban', label: 'deskpro_call_ban', hint: 'deskpro_call_ban_hint', places: ['email'] },
  { id: 'lift', label: 'deskpro_call_lift', hint: 'deskpro_call_lift_hint', places: ['email'] },
  {
    id: 'view',
    label: 'deskpro_call_view',
    hint: 'deskpro_call_view_hint',
    places: ['id'],
    preset: old('get', 'people/{id}/login-token'),
  },
  { id: 'view-page', label: 'deskpro_call_view_page', hint: 'deskpro_call_view_page_hint', places: ['id', 'token'] },
];

const lists: readonly CallPlace[] = [
  {
    id: 'billing',
    label: 'deskpro_call_billing',
    hint: 'deskpro_call_billing_hint',
    places: ['id', 'page'],
    preset: old('get', 'people/{id}/billing-charges?page={page}'),
  },
  {
    id: 'activity',
    label: 'deskpro_call_activity',
    hint: 'deskpro_call_activity_hint',
    places: ['id', 'page'],
    preset: old('get', 'people/{id}/activity-stream?page={page}'),
  },
  {
    id: 'chats',
    label: 'deskpro_call_chats',
    hint: 'deskpro_call_chats_hint',
    places: ['id', 'page'],
    preset: old('get', 'people/{id}/chats'),
  },
];

const notify: CallPlace = {
  id: 'notify',
  label: 'deskpro_call_notify',
  hint: 'deskpro_call_notify_hint',
  places: ['id', 'ticket', 'email'],
};

export const callPlaces: readonly CallPlace[] = [merge, ...account, ...lists, notify];
