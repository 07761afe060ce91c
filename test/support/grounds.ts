// What is known of each kind of server beside what its fake does.
import { SITE as DESKPRO_SITE } from '@/test/connectors/deskpro/server';
import { SITE as RT_SITE } from '@/test/connectors/rt/server';
import { SITE as ZAMMAD_SITE } from '@/test/connectors/zammad/server';
import type { Ground } from './served';

export const RT_GROUND: Ground = {
  title: 'Request Tracker',
  site: RT_SITE,
  api: ['/rt/REST/2.0/'],
  signIn: '/rt/NoAuth/Login.html',
};

export const ZAMMAD_GROUND: Ground = {
  title: 'Zammad',
  site: ZAMMAD_SITE,
  api: ['/api/'],
  signIn: '/#login',
  sessions: '/api/v1/sessions/switch',
};

export const DESKPRO_GROUND: Ground = {
  title: 'Deskpro',
  site: DESKPRO_SITE,
  // Pictures stand beside the API.
  api: ['/api/', '/file.php/'],
  signIn: '/app',
};
