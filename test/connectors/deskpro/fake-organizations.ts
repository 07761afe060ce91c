import { type Call, extraFields, notAllowed, notFound, one } from './answers';
import type { FakeDeskpro } from './fake';
import { bad, deleted, updated } from './fake-answers';
import { shownOrganization } from './shown';
import { addMember, addOrganization, type MemberRow } from './store';

export function writeOrganization(fake: FakeDeskpro, call: Call): Response {
  const { store } = fake;
  const [, id = '', part = '', person = ''] = call.path;
  if (id === '') {
    const name = String(call.json['name'] ?? '').trim();
    if (call.method !== 'POST') return notAllowed();
    if (name === '') return bad('name', 'required', 'This value is required.');
    return one(shownOrganization(store, addOrganization(store, name)), {}, 201);
  }
  const row = store.organizations.find((each) => String(each.id) === id);
  if (row === undefined || part !== 'members') return notFound();
  if (person === '') return call.method === 'POST' ? newMember(fake, call, row.id) : notAllowed();
  const member = store.members.find((each) => each.organization === row.id && String(each.person) === person);
  if (member === undefined) return notFound();
  return changeMember(fake, call, member);
}

function newMember({ store, dialect }: FakeDeskpro, call: Call, organization: number): Response {
  const person = Number(call.json['person']);
  if (Object.keys(call.json).some((name) => !['person', 'position'].includes(name))) return extraFields();
  if (!store.people.some((each) => each.id === person)) return bad('person', 'required', 'This value is required.');
  // One organisation at most in the older generation: another takes its place.
  if (dialect === 'legacy') store.members = store.members.filter((each) => each.person !== person);
  if (store.members.some((each) => each.person === person && each.organization === organization)) {
    return bad('person', 'invalid_choice', 'Already a member.');
  }
  return one(addMember(store, { person, organization, position: String(call.json['position'] ?? '') }), {}, 201);
}

function changeMember(fake: FakeDeskpro, call: Call, member: MemberRow): Response {
  if (call.method === 'DELETE') {
    fake.store.members.splice(fake.store.members.indexOf(member), 1);
    return deleted(fake);
  }
  if (call.method !== 'PUT') return notAllowed();
  if (Object.keys(call.json).some((name) => name !== 'position')) return extraFields();
  member.position = String(call.json['position'] ?? '');
  return updated(call, () => member);
}
