export * from '../csv.ts';
