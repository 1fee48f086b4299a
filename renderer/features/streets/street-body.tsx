import { Anchor, NativeSelect, Skeleton, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { StreetProfile, StreetProfileQuestion } from '#shared/contract/street-profile.ts';
import type { StreetPicture } from '#shared/contract/streets.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useStretchWords } from '../../ui/stretch-words.ts';
import { DossiersHere } from '../actions/index.ts';
import classes from './place-panels.module.css';
import { PlacePanels } from './place-panels.tsx';
import { usePieceOfStreet } from './queries.ts';
import { StreetProfilePanels } from './street-profile-panels.tsx';

/** Everything that is known of a street, or of the piece of it that is chosen. */
export function StreetBody(props: {
  readonly street: StreetPicture;
  readonly name: string;
  /** The piece that is chosen; null for the whole street. */
  readonly segmentId: Id | null;
  /** The days that facts are told of; null for the last twelve months. */
  readonly period: StreetProfileQuestion['period'];
  readonly profile: UseQueryResult<StreetProfile>;
  readonly onChoose: (segmentId: Id | null) => void;
}) {
  const { street, name, segmentId, period, profile, onChoose: setSegmentId } = props;
  const errorText = useErrorText();
  const { t } = useTranslation('streets');
  const piece = usePieceOfStreet(street.id, segmentId);
  const shown = segmentId === null ? street : piece.data;
  const failed = [profile, piece].find(({ isError }) => isError);
  return (
    <>
      {profile.data && (
        <PartChoice pieces={profile.data.pieces} chosen={segmentId} onChoose={setSegmentId} />
      )}
      {failed && <FailureNotice text={errorText(failed.error)} />}
      {shown ? (
        <PlacePanels
          place={{ kind: 'street', id: street.id, name, bounds: street.bounds }}
          picture={shown.picture}
        >
          <DossiersHere streetId={street.id} segmentId={segmentId} />
        </PlacePanels>
      ) : (
        <Skeleton height={240} aria-hidden />
      )}
      {profile.data?.isHeld === false && (
        <Text size="sm" role="note">
          {t('notHeld')}
        </Text>
      )}
      {period && <ChosenPeriod streetId={street.id} segmentId={segmentId} period={period} />}
      {profile.data && tellsSomething(profile.data) && (
        <StreetProfilePanels profile={profile.data} chosen={segmentId} onChoose={setSegmentId} />
      )}
    </>
  );
}

/** Which days facts are told of where they were chosen on the page before, and the way to the usual ones. */
function ChosenPeriod(props: {
  readonly streetId: Id;
  readonly segmentId: Id | null;
  readonly period: NonNullable<StreetProfileQuestion['period']>;
}) {
  const { streetId, segmentId, period } = props;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  return (
    <Text size="sm" mt="md" role="note">
      {t('period.chosen', {
        from: formats.day(period.from),
        to: formats.day(addDays(period.to, -1)),
      })}{' '}
      <Anchor
        inherit
        underline="always"
        renderRoot={(rest) => (
          <Link
            {...rest}
            to="/streets/$streetId"
            params={{ streetId }}
            search={segmentId === null ? {} : { piece: segmentId }}
          />
        )}
      >
        {t('period.usual')}
      </Anchor>
    </Text>
  );
}

/** Of a place that the desk does not hold, that nothing is there says nothing. */
function tellsSomething({
  isHeld,
  needs,
  kinds,
  quarters,
  actions,
  partners,
}: StreetProfile): boolean {
  return (
    isHeld ||
    [needs, kinds, actions, partners].some((list) => list.length > 0) ||
    quarters.some(({ count, police }) => count + police > 0)
  );
}

/** The whole street, or one piece of it; nothing to choose where there is only one. */
function PartChoice(props: {
  readonly pieces: StreetProfile['pieces'];
  readonly chosen: Id | null;
  readonly onChoose: (segmentId: Id | null) => void;
}) {
  const { pieces, chosen } = props;
  const { t } = useTranslation('streets');
  const words = useStretchWords();
  if (pieces.length < 2) return null;
  return (
    <div className={classes.part}>
      <NativeSelect
        label={t('pieces.part')}
        value={chosen ?? ''}
        data={[
          { value: '', label: t('pieces.whole') },
          ...pieces.map(({ id, number, metres }) => ({
            value: id,
            label: words.within(number, metres),
          })),
        ]}
        onChange={(event) => {
          props.onChoose(event.currentTarget.value || null);
        }}
      />
      {chosen !== null && (
        <Text size="sm" role="status">
          {t('pieces.narrowed')}
        </Text>
      )}
    </div>
  );
}
