// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "tests/simulation/Run.h"

#include <iostream>

int main(int argc, char **argv)
{
    const auto options = sprechtag::simulation::parseOptions({argv + 1, argv + argc});
    if (!options) {
        std::cerr << sprechtag::simulation::usage();
        return 2;
    }
    return sprechtag::simulation::run(*options);
}
