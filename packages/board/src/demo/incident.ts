// The demo incident: a pharmacy chain whose label printers fell silent. All made up.
import type { Incident } from '@hearth/review/incident';

/** Clock time on the day of the incident, in Unix milliseconds; London is on UTC in November. */
export const onTheDay = (clock: string): number => Date.parse(`2026-11-12T${clock}:00.000Z`);

export const demoIncident: Incident = {
  title: 'Labels stopped printing in 41 pharmacies',
  severity: 'high',
  services: ['Print gateway', 'Dispensing'],
  impact:
    '41 of 212 pharmacies could not print labels for two hours. 1,380 prescriptions were labelled by hand, 96 were collected a day late. No labelling error was found.',
  reference: 'INC-2207',
  startedAt: onTheDay('13:05'),
  detectedAt: onTheDay('14:24'),
  mitigatedAt: onTheDay('15:33'),
  resolvedAt: onTheDay('15:44'),
  detection: 'person',
  zone: 'Europe/London',
  links: [
    { label: 'INC-2207', url: 'https://tracker.example/INC-2207' },
    { label: 'Print gateway dashboard', url: 'https://graphs.example/print-gateway' },
    { label: 'Runbook: certificate renewal', url: 'https://runbooks.example/certificates' },
  ],
};
