import { expect, it } from 'vitest';
import { readHeader } from '@/utils/connectors/local/csv/header';

/** The headings that were found, by what they are for. */
function read(heading: string) {
  const cells = heading.split(',');
  const { name, addresses, organisation, phones } = readHeader({ line: 1, cells });
  return {
    name: name.map((at) => cells[at]),
    addresses: addresses.map((at) => cells[at]),
    organisation: organisation === null ? null : cells[organisation],
    phones: phones.map(({ at, label }) => [cells[at], label]),
  };
}

it('An export with kinds beside the values: only the values count', () => {
  expect(
    read(
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value',
    ),
  ).toEqual({
    name: ['First Name', 'Middle Name', 'Last Name'],
    addresses: ['E-mail 1 - Value', 'E-mail 2 - Value'],
    organisation: 'Organization Name',
    phones: [['Phone 1 - Value', null]],
  });
});

it('An export of an office program: display names and types are no addresses, a street is none either', () => {
  expect(
    read(
      'Title,First Name,Last Name,Company,Job Title,Business Street,Home Address,Business Fax,Business Phone,Mobile Phone,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address',
    ),
  ).toEqual({
    name: ['First Name', 'Last Name'],
    addresses: ['E-mail Address', 'E-mail 2 Address'],
    organisation: 'Company',
    phones: [
      ['Business Fax', 'Business Fax'],
      ['Business Phone', 'Business Phone'],
      ['Mobile Phone', 'Mobile Phone'],
    ],
  });
});

it('An export of a mail program, with a full name beside the parts', () => {
  expect(
    read('First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Work Phone,Organization'),
  ).toEqual({
    name: ['Display Name'],
    addresses: ['Primary Email', 'Secondary Email'],
    organisation: 'Organization',
    phones: [['Work Phone', 'Work Phone']],
  });
});

it('A German list', () => {
  expect(
    read(
      'Anrede,Vorname,Nachname,Firma,Telefon,Telefon geschäftlich,Mobiltelefon,E-Mail-Adresse,E-Mail (privat),Straße',
    ),
  ).toEqual({
    name: ['Vorname', 'Nachname'],
    addresses: ['E-Mail-Adresse', 'E-Mail (privat)'],
    organisation: 'Firma',
    phones: [
      ['Telefon', null],
      ['Telefon geschäftlich', 'Telefon geschäftlich'],
      ['Mobiltelefon', 'Mobiltelefon'],
    ],
  });
});

it('The plain words of our own documentation', () => {
  expect(read('name,addresses,organisation,phones')).toEqual({
    name: ['name'],
    addresses: ['addresses'],
    organisation: 'organisation',
    phones: [['phones', null]],
  });
});
