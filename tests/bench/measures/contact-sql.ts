/** The plain statements that reading contacts comes down to. */

const COLUMNS = `contact.row_id, contact.id, contact.occurred_at, contact.logged_at, contact.author_id,
  officer.display_name, contact.street_id, street.name_nl as street_nl, street.name_fr as street_fr,
  contact.house_number, contact.neighbourhood_id, area.name_nl as area_nl, area.name_fr as area_fr,
  contact.longitude, contact.latitude, contact.place_source, contact.reason, contact.summary,
  contact.next_step, contact.next_note, contact.channel, contact.duration_minutes, contact.language,
  contact.need, contact.feeling, contact.assessment, contact.sensitivity, contact.withdrawn,
  contact.amendments,
  (select json_group_array(code) from contact_problem where contact_row = contact.row_id) as problems,
  (select json_group_array(json_object('id', party.id, 'kind', party.kind, 'name', party.name))
   from contact_party join party on party.id = contact_party.party_id
   where contact_row = contact.row_id) as parties,
  (select state from operation where entity = 'contact' and entity_id = contact.id
   order by device_seq desc limit 1) as state`;

/** Contacts as the list shows them. */
export const SELECT_CONTACTS = `select ${COLUMNS} from contact
  join officer on officer.id = contact.author_id
  join street on street.id = contact.street_id
  left join area on area.id = contact.neighbourhood_id`;
