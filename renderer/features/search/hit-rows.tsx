import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type {
  ContactHit,
  DossierHit,
  NeighbourhoodHit,
  PartyHit,
  PromiseHit,
} from '#shared/contract/search.ts';
import type { AddressSuggestion } from '#shared/contract/territory.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { useActionStanding } from '../actions/index.ts';
import { Marked } from './marked.tsx';
import classes from './search.module.css';

export function ContactHitRow(props: { readonly hit: ContactHit; readonly typed: string }) {
  const { hit, typed } = props;
  const { t } = useTranslation('search');
  const formats = useFormats();
  const codes = useCodes();
  const street = formats.name(hit.streetNameNl, hit.streetNameFr);
  return (
    <li>
      <Link
        to="/contacts/$contactId"
        params={{ contactId: hit.id }}
        className={classes.hit}
        data-row
      >
        <span className={classes.first}>
          <span className={classes.place}>{`${street} ${hit.houseNumber}`.trim()}</span>
          <span>{codes.name('contact-reason', hit.reason)}</span>
          {hit.withdrawn && <Badge color="gray">{t('withdrawn')}</Badge>}
          <span className={classes.moment}>{formats.recentMoment(hit.occurredAt)}</span>
        </span>
        {hit.excerpt !== '' && (
          <p className={classes.excerpt}>
            {hit.foundIn !== 'summary' && `${t(`foundIn.${hit.foundIn}`)}: `}
            <Marked text={hit.excerpt} typed={typed} />
          </p>
        )}
      </Link>
    </li>
  );
}

export function PromiseHitRow(props: { readonly hit: PromiseHit; readonly typed: string }) {
  const { hit, typed } = props;
  const { t } = useTranslation('search');
  const formats = useFormats();
  return (
    <li>
      <Link
        to="/contacts/$contactId"
        params={{ contactId: hit.contactId }}
        className={classes.hit}
        data-row
      >
        <span className={classes.first}>
          <span>{t(`promiseState.${hit.state}`)}</span>
          <span>{formats.name(hit.streetNameNl, hit.streetNameFr)}</span>
          <span className={classes.moment}>{t('due', { day: formats.day(hit.dueOn) })}</span>
        </span>
        <p className={classes.excerpt}>
          {hit.foundIn === 'outcome' && `${t('foundIn.outcome')}: `}
          <Marked text={hit.excerpt} typed={typed} />
        </p>
      </Link>
    </li>
  );
}

export function PlaceRow(props: { readonly place: AddressSuggestion; readonly typed: string }) {
  const { place, typed } = props;
  const formats = useFormats();
  const street = formats.name(place.streetNameNl, place.streetNameFr);
  const around = place.neighbourhoods.map(({ nameNl, nameFr }) => formats.name(nameNl, nameFr));
  return (
    <li>
      <Link
        to="/streets/$streetId"
        params={{ streetId: place.streetId }}
        className={classes.hit}
        data-row
      >
        <Marked text={`${street} ${place.houseNumber}`.trim()} typed={typed} />
        {around.length > 0 && <span className={classes.first}>{around.join(', ')}</span>}
      </Link>
    </li>
  );
}

export function NeighbourhoodRow(props: {
  readonly hit: NeighbourhoodHit;
  readonly typed: string;
}) {
  const { hit, typed } = props;
  const formats = useFormats();
  return (
    <li>
      <Link to="/neighbourhoods/$id" params={{ id: hit.id }} className={classes.hit} data-row>
        <Marked text={formats.name(hit.nameNl, hit.nameFr)} typed={typed} />
      </Link>
    </li>
  );
}

export function PartyRow(props: { readonly hit: PartyHit; readonly typed: string }) {
  const { hit, typed } = props;
  const codes = useCodes();
  const detail = [codes.name('party-role', hit.role), hit.reach].filter((text) => text !== '');
  return (
    <li>
      <Link to="/parties/$partyId" params={{ partyId: hit.id }} className={classes.hit} data-row>
        <Marked text={hit.name} typed={typed} />
        {detail.length > 0 && (
          <span className={classes.first}>
            <Marked text={detail.join(' · ')} typed={typed} />
          </span>
        )}
      </Link>
    </li>
  );
}

export function DossierHitRow(props: { readonly hit: DossierHit; readonly typed: string }) {
  const { hit, typed } = props;
  const { t } = useTranslation('search');
  const { t: tActions } = useTranslation('actions');
  const standing = useActionStanding();
  const state = hit.kind === 'dossier' ? tActions(`dossierState.${hit.state}`) : standing(hit);
  const content = (
    <>
      <span className={classes.first}>
        <span>{t(`dossierKind.${hit.kind}`)}</span>
        <span>{state}</span>
      </span>
      <p className={classes.excerpt}>
        <Marked text={hit.title} typed={typed} />
      </p>
      {hit.excerpt !== '' && (
        <p className={classes.excerpt}>
          <Marked text={hit.excerpt} typed={typed} />
        </p>
      )}
    </>
  );
  return (
    <li>
      {hit.kind === 'dossier' ? (
        <Link
          to="/dossiers/$dossierId"
          params={{ dossierId: hit.id }}
          className={classes.hit}
          data-row
        >
          {content}
        </Link>
      ) : (
        <Link
          to="/actions/$actionId"
          params={{ actionId: hit.id }}
          search={{ dossier: hit.dossierId }}
          className={classes.hit}
          data-row
        >
          {content}
        </Link>
      )}
    </li>
  );
}
