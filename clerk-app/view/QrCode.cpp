// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#include "clerk-app/view/QrCode.h"

#include <QPainter>

#include <memory>

#include <qrencode.h>

namespace sprechtag::clerk::view {

namespace {

constexpr int kQuietZone = 4; // ISO/IEC 18004
constexpr unsigned char kDark = 1;

} // namespace

QImage qrCode(const QByteArray &text, int module)
{
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(QRcode_encodeString8bit(text.constData(), 0, QR_ECLEVEL_M),
                                                           QRcode_free);
    if (!code)
        return {};
    const int edge = (code->width + 2 * kQuietZone) * module;
    QImage image(edge, edge, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & kDark) != 0)
                painter.fillRect((x + kQuietZone) * module, (y + kQuietZone) * module, module, module, Qt::black);
        }
    }
    return image;
}

} // namespace sprechtag::clerk::view
