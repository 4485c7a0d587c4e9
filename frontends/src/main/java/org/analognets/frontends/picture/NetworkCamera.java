package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamException;
import com.github.sarxos.webcam.ds.ipcam.IpCamDevice;
import com.github.sarxos.webcam.ds.ipcam.IpCamMode;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.NameValuePair;
import org.apache.http.StatusLine;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.jspecify.annotations.Nullable;

/**
 * A device of Webcam Capture's driver for network cameras that survives what cameras do.
 *
 * <p>The driver's own reading waits forever for a camera that falls silent, goes on giving the last
 * picture when one is gone, spins on an answer that is no stream, believes any length and hides broken
 * pictures. So this device keeps the driver's place and its HTTP client and reads by itself: a thread
 * takes whatever arrives, the newest picture waits undecoded until it is asked for. Made for one
 * opening.
 */
final class NetworkCamera extends IpCamDevice {
  /** How long to wait for a connection, an answer, or a picture. */
  static final int SILENT_SECONDS = 5;

  private static final RequestConfig LIMITS =
      RequestConfig.custom()
          .setConnectTimeout(1000 * SILENT_SECONDS)
          .setSocketTimeout(1000 * SILENT_SECONDS)
          .setConnectionRequestTimeout(1000 * SILENT_SECONDS)
          .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
          .build();

  private final URI address;
  private final HttpClientContext context = HttpClientContext.create();
  private final NewestPicture newest = new NewestPicture();
  private volatile @Nullable HttpGet request;
  private volatile @Nullable Thread reader;
  private volatile boolean open;

  NetworkCamera(URI address) {
    super(publicName(address), url(address), IpCamMode.PUSH);
    this.address = URI.create(publicName(address));
    context.setCredentialsProvider(credentials(address));
  }

  /** An address without name and password. */
  static String publicName(URI address) {
    String userInfo = address.getRawUserInfo();
    return userInfo == null
        ? address.toString()
        : address.toString().replaceFirst(Pattern.quote(userInfo + "@"), "");
  }

  private static URL url(URI address) {
    try {
      return URI.create(publicName(address)).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static BasicCredentialsProvider credentials(URI address) {
    BasicCredentialsProvider provider = new BasicCredentialsProvider();
    String userInfo = address.getUserInfo();
    if (userInfo != null) {
      String[] parts = userInfo.split(":", 2);
      String password = parts.length < 2 ? "" : parts[1];
      AuthScope camera = new AuthScope(address.getHost(), AuthScope.ANY_PORT);
      provider.setCredentials(camera, new UsernamePasswordCredentials(parts[0], password));
    }
    return provider;
  }

  @Override
  public void open() {
    try {
      HttpEntity answer = ask();
      String type = contentType(answer).toLowerCase(Locale.ROOT);
      if (type.startsWith("multipart/")) {
        MultipartPictures parts = parts(answer);
        read(() -> newest.put(parts.next()));
      } else if (type.startsWith("image/")) {
        newest.put(picture(answer));
        read(this::pull);
      } else {
        throw new PictureException(
            "%s answers with %s instead of pictures; check the address".formatted(getName(), type));
      }
      open = true;
    } catch (IOException e) {
      release();
      throw new WebcamException(told(e));
    }
  }

  private HttpEntity ask() throws IOException {
    HttpGet get = new HttpGet(address);
    get.setConfig(LIMITS);
    request = get;
    HttpResponse response = getClient().execute(get, context);
    StatusLine status = response.getStatusLine();
    if (status.getStatusCode() == HttpStatus.SC_UNAUTHORIZED) {
      throw new PictureException(
          getName() + " wants another name and password; write http://NAME:PASSWORD@HOST/...");
    }
    if (status.getStatusCode() != HttpStatus.SC_OK || response.getEntity() == null) {
      throw new PictureException(
          "%s answers %d %s instead of a picture; check the address"
              .formatted(getName(), status.getStatusCode(), status.getReasonPhrase()));
    }
    return response.getEntity();
  }

  private static String contentType(HttpEntity answer) {
    return answer.getContentType() == null ? "nothing" : answer.getContentType().getValue();
  }

  private MultipartPictures parts(HttpEntity answer) throws IOException {
    NameValuePair boundary =
        answer.getContentType().getElements()[0].getParameterByName("boundary");
    if (boundary == null || boundary.getValue() == null) {
      throw new PictureException(getName() + " sends a stream without naming its boundary");
    }
    return new MultipartPictures(answer.getContent(), boundary.getValue(), getName());
  }

  private void pull() throws IOException, InterruptedException {
    newest.awaitReader();
    newest.put(picture(ask()));
  }

  private byte[] picture(HttpEntity answer) throws IOException {
    InputStream in = answer.getContent();
    byte[] bytes = in.readNBytes(PictureFile.LARGEST_BYTES + 1);
    if (bytes.length > PictureFile.LARGEST_BYTES) {
      abort(); // closing would read all that follows
      throw PictureFile.tooManyBytes("picture of " + getName());
    }
    in.close();
    return bytes;
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private void read(Step step) {
    Thread thread = new Thread(() -> repeat(step), "camera " + getName());
    thread.setDaemon(true);
    reader = thread;
    thread.start();
  }

  private void repeat(Step step) {
    try {
      while (!newest.isClosed()) {
        try {
          step.run();
        } catch (BrokenPictureException e) {
          newest.put(e);
        }
      }
    } catch (IOException e) {
      newest.fail(told(e));
    } catch (InterruptedException e) {
      newest.close();
    } catch (RuntimeException e) {
      newest.fail(new PictureException(getName() + " answers nonsense (" + e + ")", e));
    }
  }

  private PictureException told(IOException e) {
    return e instanceof PictureException told
        ? told
        : new PictureException(
            "%s cannot be reached (%s); is it running?".formatted(getName(), PictureFile.reason(e)),
            e);
  }

  @Override
  public synchronized BufferedImage getImage() {
    try {
      byte[] bytes = newest.take(SILENT_SECONDS);
      if (bytes == null) {
        throw new PictureException(
            "%s has given no picture for %d s; is it still running?"
                .formatted(getName(), SILENT_SECONDS));
      }
      return PictureFile.image(bytes, "picture of " + getName());
    } catch (PictureException e) {
      throw new WebcamException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WebcamException(
          new PictureException("watching with " + getName() + " was interrupted", e));
    }
  }

  @Override
  public void close() {
    open = false;
    release();
  }

  @Override
  public void dispose() {
    close();
  }

  private void release() {
    newest.close();
    abort();
    Thread thread = reader;
    if (thread != null) {
      thread.interrupt();
    }
    try {
      ((Closeable) getClient()).close();
    } catch (IOException e) {
      throw new WebcamException(told(e));
    }
  }

  private void abort() {
    HttpGet running = request;
    if (running != null) {
      running.abort();
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Unknown before there is a picture, and the same for the whole stream only by custom. */
  @Override
  public Dimension[] getResolutions() {
    return new Dimension[] {getResolution()};
  }

  @Override
  public Dimension getResolution() {
    return new Dimension();
  }

  /** Not measured. */
  @Override
  public double getFPS() {
    return 0;
  }
}
