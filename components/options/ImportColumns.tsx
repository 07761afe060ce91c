import { t } from '@/utils/i18n';

const EXAMPLE = `name,email,organisation,phone
Anna Keller,anna.keller@example.com,"Bauer & Sohn, Mainz",+49 6131 5550 12
Phương Thảo Nguyễn,thao@example.net; thao.n@example.org,Harbour Finch,`;

/** Which columns are understood, with a file of two people as an example. */
export function ImportColumns() {
  return (
    <div class="columns">
      <h3 class="heading">{t('import_columns')}</h3>
      <dl class="column-list">
        <dt>
          <bdi dir="ltr">name · first name · last name</bdi>
        </dt>
        <dd>{t('import_column_name')}</dd>
        <dt>
          <bdi dir="ltr">email</bdi>
        </dt>
        <dd>{t('import_column_email')}</dd>
        <dt>
          <bdi dir="ltr">organisation</bdi>
        </dt>
        <dd>{t('import_column_organisation')}</dd>
        <dt>
          <bdi dir="ltr">phone</bdi>
        </dt>
        <dd>{t('import_column_phone')}</dd>
      </dl>
      <figure class="example">
        <figcaption class="quiet">{t('import_example')}</figcaption>
        <pre dir="ltr">{EXAMPLE}</pre>
      </figure>
    </div>
  );
}
