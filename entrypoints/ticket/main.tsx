import { render } from 'preact';
import { TicketPage } from '@/components/ticket/TicketPage';
import { ask, page } from '@/utils/panel/asking';

const place = document.getElementById('page');

if (place) render(<TicketPage ask={ask} page={page} now={Date.now} asked={location.search} />, place);
