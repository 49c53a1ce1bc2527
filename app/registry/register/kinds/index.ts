import allocation from '#registry/register/kinds/allocation'
import boundary from '#registry/register/kinds/boundary'
import cancellation from '#registry/register/kinds/cancellation'
import correction from '#registry/register/kinds/correction'
import create from '#registry/register/kinds/create'
import custody from '#registry/register/kinds/custody'
import disposal from '#registry/register/kinds/disposal'
import type { ChangeKind, ChangeKindName } from '#registry/register/kinds/kind'
import merge from '#registry/register/kinds/merge'
import reclassify from '#registry/register/kinds/reclassify'
import split from '#registry/register/kinds/split'
import verification from '#registry/register/kinds/verification'

/** Each kind of change and the file that knows it. */
export const KINDS: Readonly<Record<ChangeKindName, ChangeKind>> = {
  create,
  split,
  merge,
  boundary,
  custody,
  allocation,
  reclassify,
  disposal,
  correction,
  verification,
  cancellation,
}
