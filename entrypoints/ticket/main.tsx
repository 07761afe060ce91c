import { render } from 'preact';
import { TicketPage } from '@/components/ticket/TicketPage';
import { followAppearance } from '@/utils/panel/appearance';
import { ask, page } from '@/utils/panel/asking';

const place = document.getElementById('page');

followAppearance();

if (place) render(<TicketPage ask={ask} page={page} now={Date.now} asked={location.search} />, place);
