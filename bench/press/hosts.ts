// How many hosts and pages → which host has which articles, at which address of loopback.
import { NEWSPAPERS } from './library.ts';

export type PressSize = { hosts: number; pages: number };

/** `number` counts from 1. */
export type Host = { number: number; address: string; newspaper: number; articles: number };

/** The first host is 127.0.0.2; Linux answers on all of 127.0.0.0/8. */
export function hostsOf({ hosts, pages }: PressSize): Host[] {
  return Array.from({ length: hosts }, (_, index) => ({
    number: index + 1,
    address: `127.0.0.${index + 2}`,
    newspaper: (index % NEWSPAPERS) + 1,
    articles: Math.floor((pages + hosts - 1 - index) / hosts),
  }));
}
