// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Nothing of its own: what is precompiled belongs to a target, and a target has a source.
