/** What unfolding a situation changes on its map: made on the server, put in place by the script of the page. */
export interface Unfolding {
  height: number;
  /** By what the map calls it (the address of a situation or a way, the stage of a lane): how much lower it stands, or what stands in its place: nothing, for what is now a step inside. */
  changes: Readonly<Record<string, number | string>>;
}
/** By look, and by the situation that is unfolded. */
export type AllUnfolded = Readonly<Record<string, Readonly<Record<string, Unfolding>>>>;
