export { AbsencesPanel } from './absences-panel.tsx';
export { StandInNote } from './stand-in-note.tsx';
