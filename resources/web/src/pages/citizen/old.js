// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Only browsers without modules run this: they need not wait to read that they are too old.
document.getElementById('fallback').className = '';
