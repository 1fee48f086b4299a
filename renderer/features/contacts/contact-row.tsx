import { VisuallyHidden } from '@mantine/core';
import { IconBan, IconChevronDown, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { ContactColumn } from '#shared/domain/contacts/contact-view.ts';

import { useFormats } from '../../ui/formats.ts';
import { useCellText } from './contact-columns.tsx';
import classes from './contact-table.module.css';

const SOFT: ReadonlySet<ContactColumn> = new Set(['neighbourhood', 'summary', 'need', 'logged']);

/** The cells of one contact; what was withdrawn or amended is marked in the first of them. */
export function ContactCells(props: {
  readonly contact: Contact;
  readonly columns: readonly ContactColumn[];
}) {
  const { contact, columns } = props;
  const textOf = useCellText();
  return columns.map((column, index) => {
    const content = textOf(column, contact);
    const kind = column === 'when' ? classes.when : column === 'place' ? classes.place : undefined;
    const names = [kind, SOFT.has(column) && classes.soft, index === 0 && classes.first];
    return (
      <span
        key={column}
        role="gridcell"
        className={names.filter(Boolean).join(' ')}
        title={typeof content === 'string' && content.length > 20 ? content : undefined}
      >
        {column === 'place' ? <StreetLink contact={contact}>{content}</StreetLink> : content}
        {index === 0 && <Marks contact={contact} />}
      </span>
    );
  });
}

/** Leads to the page of the street; a click beside it opens the contact, as in the rest of the row. */
function StreetLink(props: { readonly contact: Contact; readonly children: ReactNode }) {
  return (
    <Link
      to="/streets/$streetId"
      params={{ streetId: props.contact.streetId }}
      className={classes.toStreet}
      // One stop per row: by keyboard the way leads through the contact.
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
      }}
    >
      {props.children}
    </Link>
  );
}

function Marks({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation('views');
  return (
    <>
      {contact.withdrawn && (
        <Mark text={t('table.withdrawn')} icon={<IconBan size={14} aria-hidden />} />
      )}
      {contact.amendments > 0 && (
        <Mark
          text={t('table.amended', { count: contact.amendments })}
          icon={<IconPencil size={14} aria-hidden />}
        />
      )}
    </>
  );
}

function Mark(props: { readonly text: string; readonly icon: ReactNode }) {
  return (
    <span className={classes.mark} title={props.text}>
      {props.icon}
      <VisuallyHidden>{props.text}</VisuallyHidden>
    </span>
  );
}

/** The heading of a group, with how many contacts of the filter it holds. */
export function GroupCell(props: {
  readonly label: string;
  readonly count: number;
  readonly isOpen: boolean;
}) {
  const { t } = useTranslation('views');
  const formats = useFormats();
  const Chevron = props.isOpen ? IconChevronDown : IconChevronRight;
  return (
    <span role="gridcell" className={classes.groupName}>
      <Chevron size={16} aria-hidden />
      <span>{props.label}</span>
      <span className={classes.count}>
        {t('table.groupCount', { count: props.count, total: formats.number(props.count) })}
      </span>
    </span>
  );
}
