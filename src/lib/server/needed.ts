/** What must never be left out of a clause, or a clause of a sheet, for want of paper: a number, a time, a decision-maker. Pure. */

const NUMBER = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty';
const HOLDS = new RegExp(
  `\\d|\\b(?:${NUMBER}|half|once|twice|first|second|third|` +
    'hours?|days?|weeks?|months?|years?|birthday|morning|immediate(?:ly)?|soon(?:er|est)?|early|earlier|late|later|deadlines?|time(?:s|scales?|tables?)?|dates?|' +
    'deci(?:de|des|ded|ding|sion|sions)|determin\\w*|agree(?:s|d|ment)?|consent\\w*|authori[sz]\\w*|approv\\w*|permi(?:t|ts|tted|ssion)|discretion|final|accountable|responsib\\w*|chooses?|judges?)\\b',
  'i',
);

/** Whether a text holds a number, a time or somebody's decision. */
export const holds = (text: string): boolean => HOLDS.test(text);
