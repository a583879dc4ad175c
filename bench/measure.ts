// What a measure is: candidates that do the same work, and the numbers that each run of one gives.
import type { Peers } from './peers.ts';

/** Numbers by the key of their column. */
export type Sample = Record<string, number>;

export type Candidate = {
  name: string;
  run: () => Promise<Sample>;
  /** The candidate of ours that it is compared with; without, the first one of the measure. */
  comparedWith?: string;
};

export type Column = { key: string; label: string; digits: number };

/** A checkout of ours: this one, or an earlier commit. */
export type Side = { name: string; root: string };

export type Bench = {
  /** Pages, or articles, of one run. */
  pages: number;
  /** This checkout first. */
  sides: Side[];
  /** Null without --peer. */
  peers: Peers | null;
  /** A new folder, gone after the measure. */
  scratch: () => string;
  say: (text: string) => void;
};

export type Prepared = { candidates: Candidate[]; close?: () => Promise<void> };

export type Measure = {
  name: string;
  /** What is done, in a line. */
  about: string;
  pages: number;
  runs: number;
  columns: Column[];
  /** A text where it cannot be taken on this machine: why, and what to install. */
  prepare: (bench: Bench) => Promise<Prepared | string>;
};

export const CPU: Column = { key: 'cpu', label: 'CPU s/1,000', digits: 2 };
export const RATE: Column = { key: 'rate', label: 'pages/s', digits: 0 };
export const PEAK: Column = { key: 'peak', label: 'peak MB', digits: 0 };

type Used = { seconds: number; cpuSeconds: number; peakMb: number };

/** The three columns above for a program that did so many pages, its start included. */
export const perThousand = ({ seconds, cpuSeconds, peakMb }: Used, pages: number): Sample => ({
  cpu: (cpuSeconds / pages) * 1000,
  rate: pages / seconds,
  peak: peakMb,
});

/** Throws where a run did not do all its work: its numbers would be worth nothing. */
export function expectDone(what: string, done: number, wanted: number): void {
  if (done < wanted) throw new Error(`${what}: ${done} of ${wanted} done`);
}
